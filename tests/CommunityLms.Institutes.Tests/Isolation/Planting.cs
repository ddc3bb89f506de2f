using System.Globalization;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Isolation;

/// <summary>Gives the current institute one record of every kind it has none of yet, so that no kind goes untried because the sample lacks it.</summary>
internal static class Planting
{
    private const int Unlimited = 60;

    public static async Task Plant(IServiceProvider services, IReadOnlySet<Type> known)
    {
        foreach (var context in services.GetServices<ModuleContext>())
        {
            var db = (DbContext)services.GetRequiredService(context.Type);
            foreach (var type in db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IMultiTenant)) && !e.IsAbstract() && !known.Contains(e.ClrType)))
                if (Planted(db, type) is null)
                    await Plant(db, type);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    private static async Task<object> Plant(DbContext db, IEntityType type)
    {
        var entry = db.Entry(Activator.CreateInstance(type.ClrType, nonPublic: true)!);
        foreach (var property in type.GetProperties().Where(p => p.Name != nameof(IMultiTenant.TenantId) && (!p.IsNullable || p.IsForeignKey())))
            if (property.GetContainingForeignKeys().FirstOrDefault() is not { } key)
                entry.Property(property.Name).CurrentValue = Value(property) ?? entry.Property(property.Name).CurrentValue;
            else if (key.PrincipalEntityType != type)
                entry.Property(property.Name).CurrentValue = await SomeId(db, key.PrincipalEntityType);
        entry.State = EntityState.Added;
        return entry.Entity;
    }

    /// <summary>Of a record there is, or of one that is planted for it: kinds come in the order of their names, not of what they belong to.</summary>
    private static async Task<Guid> SomeId(DbContext db, IEntityType type)
    {
        var stored = await ((IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type.ClrType).Invoke(db, [])!).FirstOrDefaultAsync();
        return (Guid)db.Entry(stored ?? Planted(db, type) ?? await Plant(db, type)).Property("Id").CurrentValue!;
    }

    private static object? Planted(DbContext db, IEntityType type) => db.ChangeTracker.Entries().FirstOrDefault(e => e.State == EntityState.Added && e.Metadata == type)?.Entity;

    private static object? Value(IProperty property) => Type.GetTypeCode(property.ClrType) switch
    {
        TypeCode.String => Text(property),
        TypeCode.DateTime => new DateTime(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc),
        _ when property.ClrType == typeof(Guid) => Guid.CreateVersion7(),
        _ when property.ClrType == typeof(DateOnly) => new DateOnly(2026, 9, 1),
        _ => null,
    };

    private static string Text(IProperty property)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Guid.CreateVersion7():N} planted {property.Name}");
        return text[..Math.Min(text.Length, property.GetMaxLength() ?? Unlimited)];
    }
}
