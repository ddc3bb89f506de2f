using System.Reflection;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Tests.Feel;

/// <summary>
/// Cases derived from the text of DMN 1.5, kept as data: an expression and the literal of its value, by clause. Most are the
/// standard's own examples and rows of its tables; the others follow from the sentence the clause states.
/// </summary>
public sealed class DmnCases
{
    private const int FewestCases = 200;

    public static TheoryData<string, string, string> Expressions => Read(file => !file.StartsWith('8'));

    public static TheoryData<string, string, string> UnaryTests => Read(file => file.StartsWith('8'));

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Expression_WhenEvaluated_HasTheValueOfTheStandard(string clause, string expression, string expected) =>
        FeelWorld.Value(expression).ShouldBe(FeelWorld.Value(expected), clause);

    [Theory]
    [MemberData(nameof(UnaryTests))]
    public void UnaryTests_WhenEvaluated_AreSatisfiedAsTheStandardSays(string clause, string tests, string expected)
    {
        var input = tests.LastIndexOf(" | ", StringComparison.Ordinal);
        var variables = new FeelContext([KeyValuePair.Create("?", FeelWorld.Value(tests[(input + 3)..]))]);

        FeelExpression.ParseUnaryTests(tests[..input]).Evaluate(variables, FeelWorld.Environment).Value.ShouldBe(FeelWorld.Value(expected), clause);
    }

    [Fact]
    public void Cases_WhenCounted_AreAsManyAsWasAskedFor() => Expressions.Count.ShouldBeGreaterThan(FewestCases);

    private static TheoryData<string, string, string> Read(Func<string, bool> wanted)
    {
        var cases = new TheoryData<string, string, string>();
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var file in assembly.GetManifestResourceNames().Where(n => char.IsAsciiDigit(n[0]) && wanted(n)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
            var clause = file;
            while (reader.ReadLine() is { } line)
            {
                if (line.StartsWith('#'))
                    clause = line[2..];
                else if (line.Split(" → ") is [var expression, var expected])
                    cases.Add(clause, expression, expected);
                else
                    throw new InvalidDataException($"{file}: {line}");
            }
        }

        return cases;
    }
}
