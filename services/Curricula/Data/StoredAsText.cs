using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Training.Curricula;

/// <summary>Contents are stored as what was hashed.</summary>
internal sealed class ContentConverter() : ValueConverter<CurriculumContent, string>(content => content.Canonical(), stored => CurriculumContent.Read(stored));

internal sealed class DesignationsConverter() : ValueConverter<IReadOnlyList<Designation>, string>(
    designations => JsonSerializer.Serialize(designations, JsonSerializerOptions.Default),
    stored => JsonSerializer.Deserialize<List<Designation>>(stored, JsonSerializerOptions.Default)!);

/// <summary>For values that never change: another one is another object.</summary>
internal sealed class SameObject<T>() : ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value!.GetHashCode())
    where T : class;
