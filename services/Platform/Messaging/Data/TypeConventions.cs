using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>How the types that our domains speak in are stored, said once for every service.</summary>
internal static class TypeConventions
{
    public static void UseOurTypes(this ModelConfigurationBuilder conventions, Assembly service)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        conventions.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        foreach (var id in TypedIdsOf(typeof(OrganisationId).Assembly).Concat(TypedIdsOf(service)))
            conventions.Properties(id).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(id));
    }

    private static IEnumerable<Type> TypedIdsOf(Assembly assembly) => assembly.GetTypes().Where(type =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>)));
}

internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Typed(value))
    where TId : struct, ITypedId<TId>
{
    // An expression cannot call a static abstract member itself.
    private static TId Typed(Guid value) => TId.From(value);
}
