"""What is measured by hand and kept in docs/BENCHMARKS.md: accuracy on real MNIST, and time for a step."""
