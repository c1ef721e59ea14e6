"""The benchmarks behind the figures in README and docs: ratios taken in one run, on one machine."""
