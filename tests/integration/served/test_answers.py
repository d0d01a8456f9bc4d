"""How answers leave the server: in one piece where they are small, whole where they are large."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

CHUNK = 1_000_000


@contextmanager
def connected(port: int) -> Iterator[socket.socket]:
    """A connection to the server, without anything that puts pieces together again."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        yield connection


def ask(path: str, **headers: str) -> bytes:
    """A GET as it goes over the wire."""
    lines = [f"GET {path} HTTP/1.1", "Host: test"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode()


def all_of(connection: socket.socket) -> bytes:
    """Everything until the server closes the connection."""
    received = b""
    while piece := connection.recv(CHUNK):
        received += piece
    return received


def test_a_small_answer_arrives_in_one_piece(port: int) -> None:
    with connected(port) as connection:
        for _ in range(20):
            connection.sendall(ask("/healthz"))
            head, _, body = connection.recv(CHUNK).partition(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200")
            assert f"content-length: {len(body)}".encode() in head
            assert body


def test_a_large_answer_arrives_whole_and_then_the_connection_is_closed(port: int) -> None:
    with connected(port) as connection:
        connection.sendall(ask("/api/v1/openapi.json", Connection="close"))
        head, _, body = all_of(connection).partition(b"\r\n\r\n")
    assert len(body) > 100_000
    assert f"content-length: {len(body)}".encode() in head


def test_questions_asked_at_once_are_answered_in_their_order(port: int) -> None:
    with connected(port) as connection:
        asked = [ask("/healthz"), ask("/nothing/here"), ask("/healthz", Connection="close")]
        connection.sendall(b"".join(asked))
        answers = all_of(connection)
    statuses = [piece.split(b" ", 1)[0] for piece in answers.split(b"HTTP/1.1 ")[1:]]
    assert statuses == [b"200", b"404", b"200"]
