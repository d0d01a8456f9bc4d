"""Why an import is refused."""

from waymark.kit.errors import Conflict, Invalid, NotFound


class ImportNotFound(NotFound):
    """There is no such import, or it is out of the caller's sight."""

    code = "import_not_found"


class NotForFiles(Conflict):
    """The source takes no files: it has another format, or is retired."""

    code = "not_for_files"
    title = "This source takes no files"


class TooManyImports(Conflict):
    """Too many files wait in the workspace."""

    code = "too_many_imports"
    title = "Too many files are waiting"


class OutOfTurn(Conflict):
    """The import is in a state in which that cannot be done."""

    code = "out_of_turn"
    title = "This import is not at that point"


class FileTooLarge(Invalid):
    """The file is larger than is taken."""

    code = "file_too_large"
    title = "The file is too large"


class MoreThanAnnounced(Invalid):
    """A part goes beyond the size that the file was said to have."""

    code = "more_than_announced"
    title = "The file is larger than was said"
