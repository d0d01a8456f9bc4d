"""Files that people upload in the web app, imported by the worker."""
