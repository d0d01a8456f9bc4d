"""What map routes are handed."""

from typing import Annotated, cast

from fastapi import Depends, Request

from waymark.maps.cache import MapCache


async def get_map_cache(request: Request) -> MapCache:
    """The process's memory of maps."""
    return cast(MapCache, request.app.state.map_cache)


MapCacheDep = Annotated[MapCache, Depends(get_map_cache)]
