"""What is measured and compared: accuracy, speed, and what a change does to the facts. Each module is a command."""
