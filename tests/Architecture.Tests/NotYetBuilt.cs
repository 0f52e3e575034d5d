using Training.Architecture.Tests.Model;
using Training.Architecture.Tests.References;
using Xunit;

namespace Training.Architecture.Tests;

/// <summary>
/// What rules speak of and the house does not have yet. Each entry falls out loudly on the day it is built, and from
/// then on the rules must find something to look at there.
/// </summary>
public sealed class NotYetBuilt
{
    internal static IReadOnlyList<Place> Places { get; } = [Place.Web];

    public static TheoryData<string> Folders => ["web"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_named_here_is_not_there(string folder) =>
        Assert.False(House.Has(folder), $"{folder} is built now: take it out of {nameof(NotYetBuilt)}, so that the rules must look at it.");
}
