using Microsoft.EntityFrameworkCore;
using Training.Operations.V1;
using Training.Reference;
using Training.Reference.V1;
using Training.Tests.Support;

namespace Training.Messaging.Tests;

public sealed class AuditTamperTests
{
    private const int Entries = 6;
    private static readonly Guid AnotherId = Guid.CreateVersion7();
    private static readonly byte[] OtherBytes = new byte[32];

    /// <summary>What somebody who has got rid of the guard may do to the third entry, by column.</summary>
    private static readonly Dictionary<string, FormattableString> Columns = new()
    {
        ["organisation"] = $"UPDATE audit SET organisation = {People.Clinic.Value} WHERE sequence = 3",
        ["id"] = $"UPDATE audit SET id = {AnotherId} WHERE sequence = 3",
        ["at"] = $"UPDATE audit SET at = at + 1 WHERE sequence = 3",
        ["member"] = $"UPDATE audit SET member = {AnotherId} WHERE sequence = 3",
        ["account"] = $"UPDATE audit SET account = 'Eve' WHERE sequence = 3",
        ["action"] = $"UPDATE audit SET action = 'another' WHERE sequence = 3",
        ["subject"] = $"UPDATE audit SET subject = 'another' WHERE sequence = 3",
        ["why"] = $"UPDATE audit SET why = 'another' WHERE sequence = 3",
        ["before"] = $"UPDATE audit SET before = {OtherBytes} WHERE sequence = 3",
        ["after"] = $"UPDATE audit SET after = {OtherBytes} WHERE sequence = 3",
        ["sequence"] = $"UPDATE audit SET sequence = 100 WHERE sequence = 3",
        ["chain"] = $"UPDATE audit SET chain = {OtherBytes} WHERE sequence = 3",
    };

    private static readonly Dictionary<string, (FormattableString[] Statements, int FirstBroken)> Others = new()
    {
        ["member erased"] = ([$"UPDATE audit SET member = NULL WHERE sequence = 3"], 3),
        ["seal erased"] = ([$"UPDATE audit SET sequence = NULL, chain = NULL WHERE sequence = 3"], 3),
        ["text moved to the next column"] = ([$"UPDATE audit SET subject = '', why = subject || why WHERE sequence = 3"], 3),
        ["row deleted"] = ([$"DELETE FROM audit WHERE sequence = 3"], 3),
        ["first row deleted"] = ([$"DELETE FROM audit WHERE sequence = 1"], 1),
        ["row deleted and the gap closed"] =
            ([$"DELETE FROM audit WHERE sequence = 3", $"UPDATE audit SET sequence = 3 - sequence WHERE sequence > 3", $"UPDATE audit SET sequence = 2 - sequence WHERE sequence < 0"], 3),
        ["two rows swapped"] =
            ([$"UPDATE audit SET sequence = -3 WHERE sequence = 3", $"UPDATE audit SET sequence = 3 WHERE sequence = 4", $"UPDATE audit SET sequence = 4 WHERE sequence = -3"], 3),
        ["what two rows say swapped"] =
            ([$"UPDATE audit SET why = CASE sequence WHEN 3 THEN (SELECT why FROM audit b WHERE b.sequence = 4) ELSE (SELECT why FROM audit b WHERE b.sequence = 3) END WHERE sequence IN (3, 4)"], 3),
    };

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task VerifyAudit_names_the_first_broken_entry_whatever_was_tampered_with(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        // Different reasons, so that swapping them is a change.
        await service.InScopeAsync(People.Hospital, async db =>
        {
            for (var i = 1; i <= Entries; i++)
            {
                db.Note("Thing", $"reason {i}");
                await db.SaveChangesAsync();
            }
            return 0;
        });
        await Eventually.IsTrueAsync(async () => await service.UnsealedAsync() == 0, "every entry is sealed");
        await service.InScopeAsync(null, db =>
        {
            Assert.Equal(db.Model.FindEntityType(typeof(AuditRow))!.GetProperties().Select(p => p.GetColumnName()).Order(), Columns.Keys.Order());
            return Task.FromResult(0);
        });

        var tampered = Others.Concat(Columns.Select(c => KeyValuePair.Create(c.Key, (Statements: new[] { c.Value }, FirstBroken: 3))));
        foreach (var (name, (statements, firstBroken)) in tampered)
        {
            var answer = await service.InScopeAsync(People.Hospital, db => VerifyTamperedAsync(db, statements));
            Assert.True(
                answer is { Intact: false } && answer.FirstBrokenSequence == firstBroken && answer.Sealed == firstBroken - 1 && answer.Finding != "",
                $"{name}: {answer}");
        }

        var untouched = await service.Operations.VerifyAuditAsync(new VerifyAuditRequest(), service.Operator());
        Assert.Equal((true, (long)Entries, 0L), (untouched.Intact, untouched.Sealed, untouched.FirstBrokenSequence));
    }

    [SkippableTheory, MemberData(nameof(TestDatabases.Providers), MemberType = typeof(TestDatabases))]
    public async Task VerifyAudit_tells_the_caller_when_an_entry_was_changed_behind_the_services_back(string provider)
    {
        await using var house = await House.StartAsync(provider);
        var service = house.Only;
        await service.Suggestions.SuggestAsync(new SuggestRequest { Text = "More chairs" }, service.Employee());
        await service.Suggestions.SuggestAsync(new SuggestRequest { Text = "More tables" }, service.Employee());
        await Eventually.IsTrueAsync(async () => await service.UnsealedAsync() == 0, "every entry is sealed");

        await service.InScopeAsync(null, async db =>
        {
            await DropGuardAsync(db);
            return await db.Database.ExecuteSqlAsync($"UPDATE audit SET account = 'Eve' WHERE sequence = 2");
        });

        var answer = await service.Operations.VerifyAuditAsync(new VerifyAuditRequest(), service.Operator());
        Assert.Equal((false, 1L, 2L), (answer.Intact, answer.Sealed, answer.FirstBrokenSequence));
        Assert.StartsWith("Entry 2 (", answer.Finding);
    }

    // The guard comes back with the roll-back, and so does what was tampered with.
    private static async Task<VerifyAuditResponse> VerifyTamperedAsync(ReferenceDb db, FormattableString[] statements)
    {
        db.Work.Hold();
        await db.BeginAsync(default);
        try
        {
            await DropGuardAsync(db);
            foreach (var statement in statements)
                Assert.NotEqual(0, await db.Database.ExecuteSqlAsync(statement));
            return await new AuditLog(db).Verify(default);
        }
        finally
        {
            await db.Work.RollBackAsync();
        }
    }

    private static async Task DropGuardAsync(ReferenceDb db)
    {
        string[] triggers = db.Database.ProviderName!.Contains("Sqlite")
            ? ["DROP TRIGGER audit_keeps", "DROP TRIGGER audit_seals_once"]
            : ["DROP TRIGGER audit_keeps ON audit", "DROP TRIGGER audit_seals_once ON audit", "DROP TRIGGER audit_appends ON audit"];
        foreach (var drop in triggers)
            await db.Database.ExecuteSqlRawAsync(drop);
    }
}
