"""Every form, declared once. The registry maps a key to its flow."""
