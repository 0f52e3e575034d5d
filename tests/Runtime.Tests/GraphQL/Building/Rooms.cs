using GreenDonut.Data;
using HotChocolate.Types;
using HotChocolate.Types.Pagination;

namespace Training.Runtime.Tests.GraphQL.Building;

public sealed record Room(int Number);

[QueryType]
public static partial class RoomQueries
{
    /// <summary>All rooms, cut out of the whole list.</summary>
    [UsePaging(IncludeTotalCount = true)]
    public static IReadOnlyList<Room> GetRooms(int count = 12) => [.. Enumerable.Range(1, count).Select(number => new Room(number))];

    /// <summary>Rooms by pages that the resolver makes.</summary>
    [UsePaging(ConnectionName = "FreeRoom", IncludeTotalCount = true, MaxPageSize = 20, DefaultPageSize = 3)]
    public static async Task<Connection<Room>> GetFreeRoomsAsync(PagingArguments page, string floor)
    {
        await Task.Yield();
        Edge<Room>[] edges = [new(new Room(page.First ?? -1), floor), new(new Room(page.IncludeTotalCount ? 1 : 0), room => $"{room.Number}")];
        return new Connection<Room>(edges, new ConnectionPageInfo(true, false, edges[0].Cursor, edges[1].Cursor), 77);
    }

    [UsePaging(AllowBackwardPagination = false, RequirePagingBoundaries = true, InferConnectionNameFromField = false)]
    public static IEnumerable<Room> GetForwardRooms() => [new Room(1)];
}
