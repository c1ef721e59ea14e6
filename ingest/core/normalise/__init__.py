"""From raw bytes to an article. ``registry`` is where it begins; ``form`` says what a form is.

Nothing is imported here: single rules (``furniture``, ``text``) serve parts of the service that
need none of the parsers.
"""
