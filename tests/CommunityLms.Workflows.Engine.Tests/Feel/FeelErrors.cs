using System.Reflection;
using CommunityLms.Workflows.Engine.Feel;

namespace CommunityLms.Workflows.Engine.Tests.Feel;

/// <summary>What is wrong with a text is said at its place, in words that can be translated.</summary>
public sealed class FeelErrors
{
    [Theory]
    [InlineData("", 0, 0, "A value is missing here.")]
    [InlineData("1 +", 3, 0, "A value is missing here.")]
    [InlineData("1 + * 2", 4, 1, "A value is missing before *.")]
    [InlineData("(1 + 2", 6, 0, ") is missing here.")]
    [InlineData("if a then b", 11, 0, "else is missing here.")]
    [InlineData("if a b", 6, 0, "then is missing here.")]
    [InlineData("1 2", 2, 1, "The expression ends before 2; an operator is missing, or 2 is too much.")]
    [InlineData("\"abc", 0, 4, "The closing \" of this text is missing.")]
    [InlineData("\"a\nb\"", 0, 2, "The closing \" of this text is missing.")]
    [InlineData("1 /* x", 2, 4, "The closing */ of this comment is missing.")]
    [InlineData("a # b", 2, 1, "# has no meaning here.")]
    [InlineData("a = “b”", 4, 1, "A text stands between straight quotation marks: \" instead of “.")]
    [InlineData("@\"2019-02-30\"", 1, 12, "2019-02-30 is no date, time or duration.")]
    [InlineData("{a: 1, a: 2}", 7, 1, "a is given twice.")]
    [InlineData("{1: 2}", 1, 1, "A name is missing here.")]
    [InlineData("1 instance of 5", 14, 1, "The name of a type is missing here.")]
    [InlineData("for x return x", 14, 0, "in is missing here.")]
    [InlineData("f(1", 3, 0, ") is missing here.")]
    [InlineData("f(1 2)", 4, 1, ") is missing before 2.")]
    [InlineData("{a: 1", 5, 0, "} is missing here.")]
    [InlineData("{a: 1,}", 6, 1, "A name is missing here.")]
    [InlineData("[1, 2", 5, 0, "] is missing here.")]
    [InlineData("100000000000000000000000000000000", 0, 33, "The number 100000000000000000000000000000000 is too large.")]
    public void Text_WhenItIsNoExpression_IsRefusedAtThePlace(string text, int start, int length, string message)
    {
        var error = FeelWorld.Refused(text);

        (error.Start, error.Length, error.Message).ShouldBe((start, length, message));
    }

    [Theory]
    [InlineData('(', ')')]
    [InlineData('[', ']')]
    [InlineData('-', ' ')]
    [InlineData('<', ' ')]
    public void Text_WhenNestedTenThousandDeep_IsRefused(char open, char close) =>
        FeelWorld.Refused(new string(open, 10_000) + "1" + new string(close, 10_000)).Reason.Text.ShouldBe("The expression is nested too deeply.");

    [Theory]
    [InlineData("a.", "")]
    [InlineData("1 + ", "")]
    [InlineData("x in (", "")]
    [InlineData("if a then b else ", "")]
    [InlineData("a(", "")]
    public void Text_WhenItIsEndless_IsRefused(string piece, string end) =>
        FeelWorld.Refused(string.Concat(Enumerable.Repeat(piece, 2_000)) + "b" + end).Reason.Text.ShouldBe("The expression is nested too deeply.");

    [Fact]
    public void Text_WhenLongerThanTheLimit_IsRefused() =>
        FeelWorld.Refused(new string(' ', 60_000) + "1").Message.ShouldBe("The expression is longer than 50000 characters.");

    [Fact]
    public void Chain_WhenOfThousandsOfConditions_IsRead() =>
        FeelWorld.Value(string.Join(" or ", Enumerable.Range(1, 3_000).Select(n => $"x = {n}")), ("x", Engine.Feel.Values.FeelValue.Of(3_000))).ToString().ShouldBe("true");

    [Fact]
    public void Messages_WhenShown_AreInTheChineseFile()
    {
        using var stream = typeof(FeelExpression).Assembly.GetManifestResourceStream("Localization/zh-Hans.json").ShouldNotBeNull();
        var chinese = System.Text.Json.JsonDocument.Parse(stream).RootElement.EnumerateObject().Select(p => p.Name);

        typeof(FeelExpression).Assembly.GetType("CommunityLms.Workflows.Engine.Feel.FeelTexts", throwOnError: true)!
            .GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).Except(chinese).ShouldBeEmpty();
    }
}
