using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityLms.Workflows.Engine.Tests.Feel;

/// <summary>What holds for every value and every text.</summary>
public sealed class FeelProperties
{
    private static readonly string[] Tokens =
    [
        "1", "2.5", "\"a\"", "true", "null", "x", "y", "item", "?", "@\"2026-01-01\"", "@\"P1D\"", "@\"10:00:00\"", "+", "-", "*", "/", "**", "=", "!=", "<", ">=", "(", ")", "[", "]",
        "{", "}", ",", ":", ".", "..", "->", "and", "or", "in", "between", "not", "if", "then", "else", "for", "return", "some", "every", "satisfies", "function", "external",
        "instance of", "number", "list<", ">", "count(", "sum(", "substring(", "date(", "sort(", "string join(", "time offset", "day of week(", "matches(", "context put(", "range(", "partial",
    ];

    private static readonly FeelEnvironment Small = FeelWorld.Environment with { MostSteps = 5_000, MostItems = 1_000, LongestText = 10_000 };

    private static readonly string[] Cases = [.. DmnCases.Expressions.Select(row => row.Data.Item2)];

    private static readonly FeelContext Variables = (FeelContext)FeelWorld.Value("{x: 3, y: [{a: 1, b: \"z\"}, {a: 2}]}");

    [Fact]
    public void Value_WhenPrinted_IsReadAsTheSame() => Prop.ForAll(FeelValues.Any.ToArbitrary(), value =>
        FeelExpression.Parse(value.ToString()).Evaluate(FeelContext.Empty, FeelWorld.Environment).Value.Equals(value).ShouldBeTrue(value.ToString())).QuickCheckThrowOnFailure();

    [Fact]
    public void Value_WhenWrittenAsJson_IsReadAsTheSame() => Prop.ForAll(FeelValues.Any.ToArbitrary(), value =>
        FeelJson.Read(FeelJson.Write(value)).Equals(value).ShouldBeTrue(FeelJson.Write(value))).QuickCheckThrowOnFailure();

    [Fact]
    public void Value_WhenComparedWithItself_IsTheSameAndEqual() => Prop.ForAll(FeelValues.Any.ToArbitrary(), value =>
    {
        var copy = FeelJson.Read(FeelJson.Write(value));

        copy.GetHashCode().ShouldBe(value.GetHashCode());
        FeelComparison.Equal(value, copy).ShouldBe(true, value.ToString());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_WhenTurnedRound_IsTurnedRound()
    {
        foreach (var kind in FeelValues.Ordered)
        {
            Prop.ForAll(kind.Two().ToArbitrary(), pair =>
            {
                var order = FeelComparison.Order(pair.Item1, pair.Item2).ShouldNotBeNull();

                Math.Sign(order).ShouldBe(-Math.Sign(FeelComparison.Order(pair.Item2, pair.Item1)!.Value));
                if (FeelComparison.Equal(pair.Item1, pair.Item2) == true)
                    order.ShouldBe(0);
            }).QuickCheckThrowOnFailure();
        }
    }

    [Fact]
    public void Order_WhenOfThree_CarriesOver()
    {
        // Times with and without a zone take each other's offset, which can't carry over.
        foreach (var kind in FeelValues.Ordered.Where((_, i) => i is not (3 or 4)))
        {
            Prop.ForAll(kind.Three().ToArbitrary(), three =>
            {
                var (a, b, c) = three;
                if (FeelComparison.Order(a, b) <= 0 && FeelComparison.Order(b, c) <= 0)
                    FeelComparison.Order(a, c)!.Value.ShouldBeLessThanOrEqualTo(0);
            }).QuickCheckThrowOnFailure();
        }
    }

    [Fact]
    public void Date_WhenCountedInDays_IsTheSameDay() => Prop.ForAll(Gen.Choose(-1_000_000_000, 1_000_000_000).ToArbitrary(), day =>
    {
        var date = FeelDate.OfDayNumber(day).ShouldNotBeNull();

        date.DayNumber.ShouldBe(day);
        FeelDate.OfDayNumber(day + 1).ShouldNotBeNull().DayNumber.ShouldBe(day + 1);
        if (date.Year is > 0 and < 10_000)
            new DateOnly(date.Year, date.Month, date.Day).ShouldBe(DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(day)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Soup_WhenOfTokens_IsRefusedOrEvaluated()
    {
        var read = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(4_000), Prop.ForAll(Gen.Elements(Tokens).ArrayOf().Resize(12).ToArbitrary(), tokens => read += Eat(string.Join(' ', tokens))));

        read.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Soup_WhenOfPiecesOfExpressions_IsRefusedOrEvaluated()
    {
        var read = 0;
        var soup =
            from first in Gen.Elements(Cases)
            from second in Gen.Elements(Cases)
            from cut in Gen.Choose(0, 100)
            from paste in Gen.Choose(0, 100)
            select first[..(first.Length * cut / 100)] + second[(second.Length * paste / 100)..];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_500), Prop.ForAll(soup.ToArbitrary(), text => read += Eat(text)));

        read.ShouldBeGreaterThan(100);
    }

    private static int Eat(string text)
    {
        try
        {
            var first = FeelExpression.Parse(text).Evaluate(Variables, Small);
            var again = FeelExpression.Parse(text, FeelNames.Of(Variables)).Evaluate(Variables, Small);
            first.Warnings.ShouldAllBe(w => w.Start >= 0 && w.Start + w.Length <= text.Length && w.Message.ToString().Length > 0);
            if (first.Value is not FeelFunction)
                FeelJson.Read(FeelJson.Write(again.Value));
            return 1;
        }
        catch (FeelSyntaxError error)
        {
            (error.Start >= 0 && error.Start + error.Length <= text.Length).ShouldBeTrue(text);
            return 0;
        }
    }
}
