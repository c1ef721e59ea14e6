"""What following feeds needs to decide, and nothing else: pure, like all of the core."""
