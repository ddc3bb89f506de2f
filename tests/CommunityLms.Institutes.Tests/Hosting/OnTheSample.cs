using System.Linq.Expressions;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Hosting;

/// <summary>One host for all tests on SQLite, because bringing the sample in takes longer than most of them.</summary>
[CollectionDefinition(Name)]
public sealed class OnSqlite : ICollectionFixture<SampleHost<SqliteDatabase>>
{
    public const string Name = "Sample on SQLite";
}

/// <summary>The same on PostgreSQL.</summary>
[CollectionDefinition(Name)]
public sealed class OnPostgreSql : ICollectionFixture<SampleHost<PostgreSqlDatabase>>
{
    public const string Name = "Sample on PostgreSQL";
}

/// <summary>Tests that need the running host and units of the sample city.</summary>
public abstract class OnTheSample<TDatabase>(SampleHost<TDatabase> host) where TDatabase : TestDatabase, new()
{
    /// <summary>Mailboxes of the sample: the administrator, the officer of Conghua, a member of Red Torch school.</summary>
    protected const string Admin = "admin", District = "district", Member = "mentor";

    protected SampleHost<TDatabase> Host { get; } = host;

    private protected Task<Unit> Unit(string latinName) => Where(u => u.LatinName == latinName);

    private protected Task<Unit> Where(Expression<Func<Unit, bool>> which) => Host.Stored(db => db.Units.AsNoTracking().SingleAsync(which));

    /// <summary>A school that no other test touches.</summary>
    private protected Task<Unit> Added(Guid districtId, string name, string code) => Host.Stored(async db =>
    {
        var unit = new Unit(UnitKind.School, new(name, null, code, UnitSetting.Rural), await db.Units.SingleAsync(u => u.Id == districtId), new(2026, 9, 1));
        db.Add(unit);
        await db.SaveChangesAsync();
        return unit;
    });
}
