using System.Buffers.Binary;
using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Training.Messaging;

/// <summary>Turns the rows that one save changes into one audit entry: the hash of what they were and of what they become.</summary>
internal sealed class AuditTrail
{
    private readonly List<EntityEntry> _changed = [];

    public void Add(EntityEntry entry) => _changed.Add(entry);

    public AuditRow Close(DbScope scope, AuditNote? note)
    {
        var caller = scope.Call.Caller;
        var now = scope.Clock.GetUtcNow();
        return new AuditRow
        {
            Organisation = caller.Organisation,
            Id = Guid.CreateVersion7(now),
            At = now.ToMicroseconds(),
            Member = caller.Member,
            Account = caller.Account,
            Action = scope.Call.Action,
            Subject = note?.Subject ?? (_changed.Count > 0 ? SubjectOf(_changed[0]) : ""),
            Why = note?.Why ?? "",
            Before = Hash(EntityState.Added, entry => entry.OriginalValues),
            After = Hash(EntityState.Deleted, entry => entry.CurrentValues),
        };
    }

    private byte[] Hash(EntityState absentWhen, Func<EntityEntry, PropertyValues> values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var any = false;
        foreach (var entry in _changed)
        {
            if (entry.State == absentWhen)
                continue;
            any = true;
            Append(hash, SubjectOf(entry));
            var of = values(entry);
            foreach (var property in of.Properties)
            {
                Append(hash, property.Name);
                Append(hash, Stored(property, of[property]));
            }
        }
        return any ? hash.GetHashAndReset() : [];
    }

    private static string SubjectOf(EntityEntry entry)
    {
        var key = entry.Metadata.FindPrimaryKey()!.Properties;
        return $"{entry.Metadata.ClrType.Name}/{string.Join('/', key.Where(p => p.Name != Tenancy.Property).Select(p => Stored(p, entry.Property(p).CurrentValue)))}";
    }

    private static string? Stored(IProperty property, object? value) =>
        Text(property.GetTypeMapping().Converter is { } converter && value is not null ? converter.ConvertToProvider(value) : value);

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        byte[] bytes => Convert.ToHexString(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        // PostgreSQL stores lists as they are.
        IEnumerable list => JsonSerializer.Serialize(list.Cast<object?>().Select(Text)),
        _ => value.ToString(),
    };

    // Every part is preceded by its length, so that no two lists of parts hash alike by running into each other.
    private static void Append(IncrementalHash hash, string? text)
    {
        Span<byte> length = stackalloc byte[4];
        var size = text is null ? 0 : Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteInt32BigEndian(length, text is null ? -1 : size);
        hash.AppendData(length);
        Span<byte> bytes = size <= 512 ? stackalloc byte[size] : new byte[size];
        Encoding.UTF8.GetBytes(text, bytes);
        hash.AppendData(bytes);
    }
}
