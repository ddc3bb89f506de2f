using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Shouldly;
using Xunit;

namespace CommunityLms.Migrations.Tests;

/// <summary>Holds for the context of every module, found as the tool finds them; none of it needs a server.</summary>
public sealed class EveryContext
{
    public static TheoryData<string> Contexts => [.. DesignTimeContext.All.Select(c => c.Name)];

    public static MatrixTheoryData<string, DatabaseProvider> ContextsAndProviders => new(DesignTimeContext.All.Select(c => c.Name), Enum.GetValues<DatabaseProvider>());

    [Fact]
    public void Contexts_WhenLookedFor_AreFound() => DesignTimeContext.All.ShouldContain(c => c.Type == typeof(KernelDbContext));

    [Theory, MemberData(nameof(ContextsAndProviders))]
    public void Model_WhenComparedWithItsMigrations_HasNoPendingChanges(string context, DatabaseProvider provider)
    {
        using var db = Create(context, provider);

        db.Database.GetMigrations().ShouldNotBeEmpty();
        db.Database.HasPendingModelChanges().ShouldBeFalse($"Write a migration: dotnet run --project tools/CommunityLms.Migrations -- add {context} <Name>");
    }

    [Theory, MemberData(nameof(Contexts))]
    public void SqlServerScript_OfAllMigrations_ParsesAndNamesOnlyWhatItMade(string context)
    {
        using var db = Create(context, DatabaseProvider.SqlServer);
        var script = db.GetService<IMigrator>().GenerateScript();

        var checkedScript = TSqlScript.Check(script);

        checkedScript.Problems.ShouldBeEmpty();
        checkedScript.Tables.ShouldBe(Tables(db).Select(t => t.Name).Append($"__ef_{Prefix(context)}"), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Contexts))]
    public void Tables_OfAContext_BearItsPrefix(string context)
    {
        using var db = Create(context, DatabaseProvider.Sqlite);

        Tables(db).ShouldAllBe(t => t.Name.StartsWith(Prefix(context) + "_", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_OfTablesAndIndexes_BelongToOneContextOnly()
    {
        // SQLite and PostgreSQL keep the names of indexes in one drawer for all tables.
        var shared = DesignTimeContext.All.SelectMany(context =>
        {
            using var db = Create(context.Name, DatabaseProvider.PostgreSql);
            return Tables(db).SelectMany(t => t.Indexes.Select(i => i.Name).Append(t.Name)).ToList();
        }).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key);

        shared.ShouldBeEmpty();
    }

    private static DbContext Create(string context, DatabaseProvider provider) =>
        DesignTimeContext.All.Single(c => c.Name == context).Create(new(provider, provider == DatabaseProvider.PostgreSql ? "Host=nowhere" : "Data Source=nowhere"));

    private static IEnumerable<ITable> Tables(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.Where(t => !t.IsExcludedFromMigrations);

    private static string Prefix(string context) =>
        DesignTimeContext.All.Single(c => c.Name == context).Type.GetCustomAttributes(typeof(TablePrefixAttribute), inherit: false).Cast<TablePrefixAttribute>().Single().Prefix;
}
