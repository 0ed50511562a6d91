"""The talks around the practices: one file each, data that reads as the conversation goes."""
