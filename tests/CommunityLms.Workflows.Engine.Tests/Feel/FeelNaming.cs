using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Tests.Feel;

/// <summary>What is a name depends on which names there are (DMN 1.5, 10.3.1.6).</summary>
public sealed class FeelNaming
{
    [Theory]
    [InlineData("Full Name", "Full Name")]
    [InlineData("Full Name", "Full   \n Name")]
    [InlineData("申请人", "申请人")]
    [InlineData("if foo", "if foo")]
    [InlineData("in1", "in1")]
    [InlineData("a-b", "a - b")]
    [InlineData("pre-check", "pre-check")]
    [InlineData("Profit and loss", "Profit and loss")]
    [InlineData("date of birth", "date of birth")]
    [InlineData("date", "date")]
    [InlineData("count of items", "count of items")]
    [InlineData("Flight 234 pre-check procedure", "Flight 234 pre-check procedure")]
    [InlineData("a.b", "a.b")]
    [InlineData("l'école", "l'école")]
    [InlineData("名字 2", "名字 2")]
    public void Name_WhenKnown_IsFound(string name, string expression) => FeelWorld.Value(expression, (name, FeelValue.Of(7))).ShouldBe(FeelValue.Of(7));

    [Theory]
    [InlineData("Full Name + 1", "Full Name")]
    [InlineData("date of birth < today()", "date of birth")]
    [InlineData("a-b", "a, b")]
    [InlineData("x in y and z", "x, y, z")]
    [InlineData("if 申请人.年龄 > 18 then 是 else 否", "申请人.年龄, 是, 否")]
    [InlineData("order total between minimum and maximum", "order total, minimum, maximum")]
    public void Names_WhenNoneIsKnown_EndAtOperatorsAndKeywords(string expression, string references) =>
        string.Join(", ", FeelExpression.Parse(expression).References).ShouldBe(references);

    [Theory]
    [InlineData("a + b.c.d", "a, b.c.d")]
    [InlineData("count(items) > 1", "items")]
    [InlineData("date > date(\"2026-01-01\")", "date")]
    [InlineData("for count in xs return count", "xs")]
    [InlineData("for x in xs return x + y", "xs, y")]
    [InlineData("some x in xs satisfies x.a = b", "xs, b")]
    [InlineData("function(a) a + b", "b")]
    [InlineData("{a: 1, b: a + c}", "c")]
    [InlineData("items[price > limit].name", "items, price, limit")]
    [InlineData("x in (? > 3)", "x")]
    [InlineData("a.b[1].c", "a.b")]
    [InlineData("5 in (a) + 1", "a")]
    public void References_WhenAsked_AreTheNamesFromOutside(string expression, string references) =>
        string.Join(", ", FeelExpression.Parse(expression).References).ShouldBe(references);

    [Fact]
    public void Reference_WhenInAFilter_MayBeAnEntry() =>
        FeelExpression.Parse("items[price > 1]").References.Select(r => (r.Name, r.Start, r.Length, r.MayBeEntry)).ShouldBe([("items", 0, 5, false), ("price", 6, 5, true)]);

    [Fact]
    public void Builtin_WhenAFieldHasItsName_CanStillBeCalled() =>
        FeelWorld.Value("date(\"2026-01-02\") > date and count([date]) = 1", ("date", FeelValue.Of(new DateOnly(2026, 1, 1)))).ShouldBe(FeelValue.Of(value: true));

    [Fact]
    public void DateAndTime_WhenTwoVariables_AreAConjunction() =>
        FeelWorld.Value("date and time", ("date", FeelValue.Of(value: true)), ("time", FeelValue.Of(value: false))).ShouldBe(FeelValue.Of(value: false));

    [Fact]
    public void Entries_WhenTheirNamesHaveOperators_AreFoundBehindAPointAndInAFilter()
    {
        var items = FeelWorld.Value("[{\"unit-price\": 5}, {\"unit-price\": 9}]");

        FeelWorld.Value("items[unit-price > 6].unit-price", ("items", items)).ToString().ShouldBe("[9]");
    }
}
