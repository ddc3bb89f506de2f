using CommunityLms.Migrations.Tests.Scratch;
using Shouldly;
using Xunit;

namespace CommunityLms.Migrations.Tests;

/// <summary>What the tool writes serves every provider (docs/adr/0003).</summary>
public sealed class Generation : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lms-").FullName;

    [Fact]
    public void Migration_WhenWritten_LeavesTypesToTheProvider()
    {
        var migration = File.ReadAllText(Write(typeof(ScratchAccounts)));

        migration.ShouldContain("PasswordHash = table.Column<string>(nullable: true)");
        migration.ShouldContain("Email = table.Column<string>(maxLength: 256, nullable: true)");
        migration.ShouldNotContain("nvarchar");
        migration.ShouldNotContain("uniqueidentifier");
    }

    [Fact]
    public void Migration_WhenAKeyIsCounted_SaysSoForEveryProvider()
    {
        var migration = File.ReadAllText(Write(typeof(ScratchAccounts)));

        migration.ShouldContain("""Annotation("SqlServer:Identity", "1, 1")""");
        migration.ShouldContain("""Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn)""");
        migration.ShouldContain("""Annotation("Sqlite:Autoincrement", true)""");
    }

    [Fact]
    public void Migration_WhenAColumnHoldsJson_IsJsonbOnPostgreSqlOnly() =>
        File.ReadAllText(Write(typeof(ScratchAccounts)))
            .ShouldContain("""Data = table.Column<string>(type: ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL" ? "jsonb" : null, nullable: false)""");

    [Fact]
    public void Migration_OfAModule_LeavesTheKernelsTablesOut()
    {
        var migration = File.ReadAllText(Write(typeof(ScratchContext)));

        migration.ShouldContain("scratch_teacher");
        migration.ShouldNotContain("core_");
    }

    [Fact]
    public void Migration_WhenOthersCameBefore_HoldsOnlyWhatChanged()
    {
        using var writer = new MigrationWriter(new DesignTimeContext(typeof(ScratchShelf), _folder));
        writer.HasChanges.ShouldBeTrue();

        var migration = File.ReadAllText(writer.Add("AddPages"));

        migration.ShouldContain("migrationBuilder.AddColumn<int>");
        migration.ShouldNotContain("CreateTable");
    }

    [Fact]
    public void Snapshot_WhenWritten_BearsNothingOfOneProviderOnly()
    {
        Write(typeof(ScratchAccounts));
        var snapshot = File.ReadAllText(Directory.GetFiles(_folder, "*Snapshot.cs", SearchOption.AllDirectories).Single());

        snapshot.ShouldContain(".HasMaxLength(256)");
        snapshot.ShouldNotContain("HasColumnType");
        snapshot.ShouldNotContain("MaxIdentifierLength");
        snapshot.ShouldNotContain("UseIdentityColumns");
        snapshot.ShouldNotContain("HasFilter");
    }

    [Fact]
    public void File_WhenWritten_StartsWithoutByteOrderMark() => File.ReadAllBytes(Write(typeof(ScratchContext)))[0].ShouldBe((byte)'u');

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(Type context)
    {
        using var writer = new MigrationWriter(new DesignTimeContext(context, _folder));
        return writer.Add("Initial");
    }
}
