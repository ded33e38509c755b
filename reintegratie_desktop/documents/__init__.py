"""Snapshot to document tree to PDF; the only package that knows ReportLab."""
