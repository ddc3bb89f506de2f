using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Tests.Feel;

/// <summary>An evaluation never fails: what can't be is null, and says why and where.</summary>
public sealed class FeelWarnings
{
    [Theory]
    [InlineData("1 + amount", 4, 6, "There is no amount.")]
    [InlineData("{a: 1}.b", 0, 8, "There is no entry b in this context.")]
    [InlineData("1 / 0", 0, 5, "Division by zero.")]
    [InlineData("\"10\" + true", 0, 11, "string + boolean isn't defined.")]
    [InlineData("2 = \"a\"", 0, 7, "A number and a string can't be compared.")]
    [InlineData("[1][5]", 4, 1, "The list has no item 5.")]
    [InlineData("[10..1]", 0, 7, "The range has no ends that can be compared, or begins after its end.")]
    [InlineData("for x in 5 return x", 9, 1, "A number can't be gone through; a list is needed.")]
    [InlineData("substring(5, 1)", 0, 15, "string of substring is a number.")]
    [InlineData("substring(null, 1)", 0, 18, "string of substring is null.")]
    [InlineData("substring(\"abc\", 9)", 0, 19, "start position of substring can't be 9.")]
    [InlineData("count()", 0, 7, "count isn't called with these arguments.")]
    [InlineData("shout(\"a\")", 0, 5, "There is no shout.")]
    [InlineData("金额＞100", 0, 6, "There is no 金额＞100: ＞ is a full-width sign; the operator is >.")]
    [InlineData("{x: 1, r: x(2)}.r", 10, 1, "x is no function.")]
    [InlineData("1 instance of thing", 0, 19, "There is no type thing.")]
    [InlineData("matches(\"a\", \"[\")", 0, 17, "[ is no regular expression.")]
    [InlineData("10 ** 20 * 10 ** 20", 0, 19, "The result is beyond the largest number.")]
    [InlineData("if 1 then 2 else 3", 3, 1, "The condition is a number, not true or false.")]
    public void Part_WhenItCantBe_IsSaidAtItsPlace(string expression, int start, int length, string message)
    {
        var warning = FeelWorld.Evaluate(expression).Warnings[0];

        (warning.Start, warning.Length, warning.Message.ToString()).ShouldBe((start, length, message));
    }

    [Fact]
    public void Nulls_WhenTheyPassThrough_AreNotReportedTwice() =>
        FeelWorld.Evaluate("amount.net > 5 and true").Warnings.Count.ShouldBe(1);

    [Fact]
    public void Expression_WhenNothingIsOdd_HasNoWarnings() =>
        FeelWorld.Evaluate("if x > 1 then [x] else null", ("x", FeelValue.Of(2))).Warnings.ShouldBeEmpty();
}
