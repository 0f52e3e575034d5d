using FsCheck;
using FsCheck.Fluent;
using Training.Hosting;

namespace Training.Messaging.Tests;

public sealed class AuditChainProperties
{
    // Few and short, so that two entries are often equal and often differ only in where one column ends and the next begins.
    private static readonly Gen<string> Text = Gen.Elements("", "a", "b", "ab", "ba", "\0", "ä", "😀");
    private static readonly Gen<byte[]> Bytes = Gen.Elements<byte[]>([], [0], [0, 0], [97]);
    private static readonly Gen<Guid> Ids = Gen.Elements(Guid.Parse("01900000-0000-7000-8000-00000000000a"), Guid.Parse("01900000-0000-7000-8000-00000000000b"));

    private static readonly Gen<AuditRow> Entries =
        from organisation in Ids
        from id in Ids
        from at in Gen.Choose(0, 1)
        from member in Gen.OneOf(Ids.Select(m => (MemberId?)new MemberId(m)), Gen.Constant<MemberId?>(null))
        from account in Text
        from action in Text
        from subject in Text
        from why in Text
        from before in Bytes
        from after in Bytes
        select new AuditRow
        {
            Organisation = new OrganisationId(organisation), Id = id, At = at, Member = member, Account = account, Action = action, Subject = subject, Why = why,
            Before = before, After = after,
        };

    [Fact]
    public void Link_is_equal_exactly_when_entry_place_and_past_are() =>
        Prop.ForAll(Pairs().ToArbitrary(), pair => Said(pair.One) == Said(pair.Other) == LinkOf(pair.One).SequenceEqual(LinkOf(pair.Other)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    // The other is the one with a column or two of a third.
    private static Gen<(Link One, Link Other)> Pairs() =>
        from one in Links
        from third in Links
        from mask in Gen.Choose(0, (1 << 12) - 1)
        from other in Gen.Choose(0, (1 << 12) - 1)
        select (one, Mixed(one, third, mask & other));

    private static readonly Gen<Link> Links =
        from entry in Entries
        from sequence in Gen.Choose(1, 2)
        from previous in Bytes
        select new Link(entry, sequence, [.. AuditChain.Beginning.Skip(previous.Length), .. previous]);

    private static Link Mixed(Link one, Link third, int mask)
    {
        var (a, b) = (one.Entry, third.Entry);
        return new Link(
            new AuditRow
            {
                Organisation = Taken(0) ? b.Organisation : a.Organisation,
                Id = Taken(1) ? b.Id : a.Id,
                At = Taken(2) ? b.At : a.At,
                Member = Taken(3) ? b.Member : a.Member,
                Account = Taken(4) ? b.Account : a.Account,
                Action = Taken(5) ? b.Action : a.Action,
                Subject = Taken(6) ? b.Subject : a.Subject,
                Why = Taken(7) ? b.Why : a.Why,
                Before = Taken(8) ? b.Before : a.Before,
                After = Taken(9) ? b.After : a.After,
            },
            Taken(10) ? third.Sequence : one.Sequence,
            Taken(11) ? third.Previous : one.Previous);

        bool Taken(int column) => (mask & (1 << column)) != 0;
    }

    private static byte[] LinkOf(Link link) => AuditChain.Link(link.Previous, link.Sequence, link.Entry);

    private static string Said(Link link) => System.Text.Json.JsonSerializer.Serialize(link);

    private sealed record Link(AuditRow Entry, long Sequence, byte[] Previous);
}
