"""The same work done by us and by peers, side by side in one run, on made cities of any size."""
