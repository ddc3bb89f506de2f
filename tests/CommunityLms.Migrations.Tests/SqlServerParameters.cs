using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.Server;
using Shouldly;
using Xunit;

namespace CommunityLms.Migrations.Tests;

/// <summary>SqlClient finds the types it looks for on every parameter in our own assembly (docs/adr/0004).</summary>
public sealed class SqlServerParameters
{
    [Fact]
    public void SqlParameter_WhenGivenAValue_KnowsItsType() =>
        new SqlParameter("@id", Guid.CreateVersion7()).SqlDbType.ShouldBe(SqlDbType.UniqueIdentifier);

    [Fact]
    public void SqlParameter_WhenItsTypeBearsTheMark_IsUserDefined() =>
        new SqlParameter("@value", new Marked()).SqlDbType.ShouldBe(SqlDbType.Udt);

    [SqlUserDefinedType(Format.Native)]
    private struct Marked;
}
