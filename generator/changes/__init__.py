"""What has changed between two states of the public data: compared, and told in words."""
