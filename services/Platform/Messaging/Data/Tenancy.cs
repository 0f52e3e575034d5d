using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Training.Hosting;

namespace Training.Messaging;

/// <summary>
/// Organisation first: every entity has a property <c>Organisation</c>, its key begins with it, every query is filtered by
/// the current call's organisation, and no row of another organisation can be written.
/// </summary>
internal static class Tenancy
{
    public const string Property = "Organisation";

    /// <summary>The organisation of a scope that serves nobody: no row has it.</summary>
    public static readonly OrganisationId Nobody = new(Guid.AllBitsSet);

    public static void FilterByOrganisation(this ModelBuilder model, ServiceDb db)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.IsOwned() || entity.BaseType is not null)
                continue;
            RequireOrganisationFirst(entity);
            model.Entity(entity.ClrType).HasQueryFilter(Property, Filter(entity.ClrType, db));
        }
    }

    private static void RequireOrganisationFirst(IMutableEntityType entity)
    {
        if (entity.FindProperty(Property)?.ClrType != typeof(OrganisationId))
            throw new InvalidOperationException(
                $"{entity.DisplayName()} has no property 'OrganisationId Organisation': every row names its organisation.");
        if (entity.FindPrimaryKey()?.Properties[0].Name != Property)
            throw new InvalidOperationException(
                $"The key of {entity.DisplayName()} does not begin with Organisation: say HasKey(x => new {{ x.Organisation, … }}).");
    }

    private static LambdaExpression Filter(Type type, ServiceDb db)
    {
        var row = Expression.Parameter(type, "row");
        var organisation = Expression.Call(
            typeof(EF), nameof(EF.Property), [typeof(OrganisationId)], row, Expression.Constant(Property));
        var current = Expression.Property(Expression.Constant(db, db.GetType()), nameof(ServiceDb.CurrentOrganisation));
        return Expression.Lambda(Expression.Equal(organisation, current), row);
    }

    /// <exception cref="InvalidOperationException">The row belongs to another organisation than the current call's.</exception>
    public static void RefuseForeignRow(this EntityEntry entry, OrganisationId current)
    {
        if (entry.Metadata.IsOwned())
            return;
        var organisation = (OrganisationId)entry.Property(Property).CurrentValue!;
        if (organisation != current)
            throw new InvalidOperationException(
                $"A {entry.Metadata.DisplayName()} of organisation {organisation} cannot be written by a call of organisation {current}.");
    }
}
