using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Tests.Feel;

/// <summary>Nothing an expression says takes the process's time, memory or stack.</summary>
public sealed class FeelLimits
{
    [Theory]
    [InlineData("for i in 1..1000000000 return i", "The evaluation was ended: a list or context becomes too large.")]
    [InlineData("some i in 1..1000000000 satisfies i < 0", "The evaluation was ended: it takes too many steps.")]
    [InlineData("count(for i in 1..1000, j in 1..1000, k in 1..1000 return 1)", "The evaluation was ended: a list or context becomes too large.")]
    [InlineData("every i in 1..10000, j in 1..10000 satisfies i > 0", "The evaluation was ended: it takes too many steps.")]
    [InlineData("{f: function(n) f(n + 1), r: f(0)}.r", "The evaluation was ended: functions call each other too deeply.")]
    [InlineData("{f: function(n) f(n - 1) + f(n - 2) + 1, g: function(n) if n < 2 then 1 else g(n - 1) + g(n - 2), r: g(60)}.r", "The evaluation was ended: it takes too many steps.")]
    [InlineData("for i in 1..100 return [partial[-1], partial[-1]]", "The evaluation was ended: a list or context becomes too large.")]
    [InlineData("for i in 1..100000 return [partial[-1]]", "The evaluation was ended: a list or context becomes too large.")]
    [InlineData("for i in 1..100 return if i = 1 then \"ab\" else partial[-1] + partial[-1]", "The evaluation was ended: a text becomes too long.")]
    [InlineData("{s: string join(for i in 1..2000 return \"aaaaaaaaaa\"), r: replace(s, \"a\", s)}.r", "The evaluation was ended: a text becomes too long.")]
    [InlineData("distinct values(for i in 1..30000 return i)", "The evaluation was ended: it takes too many steps.")]
    public void Evaluation_WhenItWouldNotEnd_IsEndedWithNull(string expression, string message)
    {
        var result = FeelWorld.Evaluate(expression);

        result.Value.IsNull.ShouldBeTrue();
        result.Warnings[^1].Message.ToString().ShouldBe(message);
    }

    [Fact]
    public void Recursion_WhenOfReasonableDepth_IsDone() =>
        FeelWorld.Value("{f: function(n) if n = 0 then 0 else 1 + f(n - 1), r: f(200)}.r").ShouldBe(FeelValue.Of(200));

    [Fact]
    public void Evaluation_WhenOnAThreadWithASmallStack_EndsByItself()
    {
        FeelResult? result = null;
        var thread = new Thread(() => result = FeelWorld.Evaluate("{f: function(n) 1 + (1 + (1 + (1 + f(n + 1)))), r: f(0)}.r"), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();

        result!.Value.IsNull.ShouldBeTrue();
    }

    [Fact]
    public void Pattern_WhenItBacktracksWithoutEnd_IsGivenUp()
    {
        var environment = FeelWorld.Environment with { PatternTimeout = TimeSpan.FromMilliseconds(20) };

        // Referring back needs the matcher that backtracks.
        var result = FeelExpression.Parse("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a|aa|aaa)*(\\1)*(a*)*$\")").Evaluate(FeelContext.Empty, environment);

        result.Value.IsNull.ShouldBeTrue();
        result.Warnings[0].Message.Text.ShouldBe("The regular expression {0} takes too long.");
    }

    [Theory]
    [InlineData("(((a{0,900}){0,900}){0,900})!")]
    [InlineData("((a|b)*c){50}((a|b)*c){50}")]
    [InlineData("(a?){900}a{900}")]
    [InlineData("[\\p{L}-[a-z]]{1,900}")]
    public void Pattern_WhenHostile_TakesLittleTime(string pattern)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();

        FeelWorld.Evaluate($"matches(string join(for i in 1..1000 return \"a\"), \"{pattern}\")");

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("@\"P1M\" * -9223372036854775808")]
    [InlineData("@\"PT1S\" * 79228162514264337593543950335")]
    [InlineData("@\"2026-01-01\" + @\"P999999999999M\"")]
    [InlineData("@\"2026-01-01T00:00:00\" + @\"P9999999999999D\"")]
    public void Time_WhenBeyondTheCalendar_IsNull(string expression) => FeelWorld.Value(expression).IsNull.ShouldBeTrue();

    /// <summary>The time a condition takes is measured by the benchmark; what it leaves to the collector can be said for sure.</summary>
    [Fact]
    public void Condition_WhenWarm_AllocatesLittle()
    {
        const int Times = 100;
        var variables = (FeelContext)FeelWorld.Value("{amount: 150, region: \"east\", items: [1, 2, 3]}");
        var condition = FeelExpression.Parse("amount > 100 and region = \"east\" and count(items) >= 2", FeelNames.Of(variables));
        condition.Evaluate(variables, FeelWorld.Environment).Value.ShouldBe(FeelValue.Of(value: true));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Times; i++)
            condition.Evaluate(variables, FeelWorld.Environment);

        ((GC.GetAllocatedBytesForCurrentThread() - before) / Times).ShouldBeLessThan(400);
    }

    [Fact]
    public void Expression_WhenEvaluatedByManyThreads_GivesEachItsValue()
    {
        var expression = FeelExpression.Parse("sum(for i in 1..n return i * 2)");

        Parallel.For(1, 200, n => expression.Evaluate(new FeelContext([KeyValuePair.Create("n", FeelValue.Of(n))]), FeelWorld.Environment).Value.ShouldBe(FeelValue.Of(n * (n + 1))));
    }

    [Fact]
    public void Limits_WhenGiven_Hold() =>
        FeelExpression.Parse("count([1, 2, 3, 4])").Evaluate(FeelContext.Empty, FeelWorld.Environment with { MostItems = 4 }).Value.IsNull.ShouldBeTrue();
}
