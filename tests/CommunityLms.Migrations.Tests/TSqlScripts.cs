using Shouldly;
using Xunit;

namespace CommunityLms.Migrations.Tests;

/// <summary>The check of scripts finds what it is there to find.</summary>
public sealed class TSqlScripts
{
    [Theory]
    [InlineData("CREATE TABLE a (x int,, y int)", "Incorrect syntax")]
    [InlineData("CREATE TABLE a (x jsonb)", "unknown type jsonb")]
    [InlineData("CREATE TABLE a (x int); CREATE INDEX i ON a (y)", "unknown column a.y")]
    [InlineData("CREATE TABLE a (x int, CONSTRAINT k PRIMARY KEY (y))", "unknown column a.y")]
    [InlineData("CREATE TABLE a (x int, CONSTRAINT f FOREIGN KEY (x) REFERENCES b (z))", "unknown table b")]
    [InlineData("CREATE TABLE a (x int); ALTER TABLE a DROP COLUMN x; CREATE INDEX i ON a (x)", "unknown column a.x")]
    [InlineData("DROP TABLE a", "unknown table a")]
    public void Check_WhenServerWouldRefuse_SaysWhy(string script, string problem) => TSqlScript.Check(script).Problems.ShouldContain(p => p.Contains(problem));

    [Fact]
    public void Check_WhenColumnWasAddedBefore_FindsNothing() =>
        TSqlScript.Check("CREATE TABLE a (x int); ALTER TABLE a ADD y nvarchar(40) NOT NULL; CREATE UNIQUE INDEX i ON a (x, y);").Problems.ShouldBeEmpty();
}
