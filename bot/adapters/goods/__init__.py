"""Goods files (CSV, XLSX, YML, ZIP with pictures): read in a process of its own with limits, and written."""
