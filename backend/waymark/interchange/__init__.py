"""Maps as files: to keep beside code, to carry to another workspace, to check in a pipeline."""
