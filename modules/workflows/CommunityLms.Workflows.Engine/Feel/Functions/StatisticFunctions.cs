using CommunityLms.Workflows.Engine.Feel.Evaluation;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>List functions on numbers (DMN 1.5, 10.3.4.4, table 75): each takes a list, or the numbers themselves.</summary>
internal static class StatisticFunctions
{
    public static IEnumerable<Builtin> All { get; } =
    [
        Over("sum", numbers => numbers.Sum()),
        Over("mean", numbers => numbers.Sum() / numbers.Count),
        Over("product", numbers => numbers.Aggregate(1m, (product, n) => product * n)),
        Over("median", Median),
        Over("stddev", Deviation),
        Listed("mode", (call, numbers) => call.Run.List([.. Modes(numbers).Select(FeelValue.Of)])),
    ];

    /// <summary>Of no numbers the result is null.</summary>
    private static Builtin Over(string name, Func<List<decimal>, decimal?> result) =>
        Listed(name, (_, numbers) => numbers.Count > 0 && result(numbers) is { } number ? FeelValue.Of(number) : FeelValue.Null);

    private static Builtin Listed(string name, Func<FeelCall, List<decimal>, FeelValue> result)
    {
        return new(name, new("list: list", c => Collect(c, c.List(0).Items)), new("n...: any", c => Collect(c, c.Values)));

        FeelValue Collect(FeelCall call, ReadOnlySpan<FeelValue> items)
        {
            call.Run.Spend(items.Length);
            var numbers = new List<decimal>(items.Length);
            foreach (var item in items)
            {
                if (item is not FeelNumber number)
                    return call.Refuse(0);
                numbers.Add(number.Value);
            }

            return result(call, numbers);
        }
    }

    private static decimal? Median(List<decimal> numbers)
    {
        numbers.Sort();
        var middle = numbers.Count / 2;
        return numbers.Count % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
    }

    /// <summary>The sample standard deviation; null for a single number.</summary>
    private static decimal? Deviation(List<decimal> numbers)
    {
        if (numbers.Count < 2)
            return null;
        var mean = numbers.Sum() / numbers.Count;
        return NumberMath.SquareRoot(numbers.Sum(n => (n - mean) * (n - mean)) / (numbers.Count - 1));
    }

    private static IEnumerable<decimal> Modes(List<decimal> numbers)
    {
        var groups = numbers.GroupBy(n => n).ToList();
        var most = groups.Select(g => g.Count()).DefaultIfEmpty().Max();
        return groups.Where(g => g.Count() == most).Select(g => g.Key).Order();
    }
}
