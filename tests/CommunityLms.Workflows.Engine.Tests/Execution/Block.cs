using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityLms.Workflows.Engine.Tests.Execution;

/// <summary>A well-formed piece of a process with one way in and one way out; how often each task must be done can be read off it.</summary>
internal abstract record Block
{
    public sealed record Task : Block;

    public sealed record Row(IReadOnlyList<Block> Parts) : Block;

    public sealed record Choice(int Taken, IReadOnlyList<Block> Ways) : Block;

    public sealed record Together(IReadOnlyList<Block> Ways) : Block;

    public sealed record Inside(Block Body, int Times, bool InOrder) : Block;

    /// <summary>Blocks of at most this size.</summary>
    public static Gen<Block> Any(int size)
    {
        if (size <= 1)
            return Gen.Constant<Block>(new Task());
        var parts = from count in Gen.Choose(1, 3)
                    from blocks in Gen.ArrayOf(Any(size / 3), count)
                    select (IReadOnlyList<Block>)blocks;
        return Gen.OneOf(
            Gen.Constant<Block>(new Task()),
            parts.Select(p => (Block)new Row(p)),
            parts.SelectMany(p => Gen.Choose(0, p.Count - 1).Select(taken => (Block)new Choice(taken, p))),
            parts.Select(p => (Block)new Together(p)),
            from body in Any(size / 3) from times in Gen.Choose(0, 3) from inOrder in Gen.Elements(true, false) select (Block)new Inside(body, times, inOrder));
    }

    /// <summary>How often each task is done in all, by its name in the drawing.</summary>
    public Dictionary<string, int> Expected()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        new Drawer(counts).Draw(this, "s", "e", 1);
        return counts;
    }

    /// <summary>The process in the words of <see cref="Conformance.Drawing"/>.</summary>
    public List<string> Draw() => new Drawer([]).Draw(this, "s", "e", 1);

    private sealed class Drawer(Dictionary<string, int> counts)
    {
        private int _number;

        public List<string> Draw(Block block, string from, string to, int times)
        {
            List<string> lines = [$"start {from}", $"end {to}"];
            Between(block, from, to, times, lines);
            return lines;
        }

        private void Between(Block block, string from, string to, int times, List<string> lines, string arrow = "->")
        {
            switch (block)
            {
                case Row row:
                    var here = from;
                    foreach (var part in row.Parts)
                    {
                        var next = Name("m");
                        lines.Add($"task {next}");
                        Between(part, here, next, times, lines, here == from ? arrow : "->");
                        here = next;
                    }
                    lines.Add($"{here} -> {to}");
                    break;
                case Choice choice:
                    Split("xor", choice.Ways, from, to, lines, arrow, index => (index == choice.Taken ? times : 0, $"-[{(index == choice.Taken ? "true" : "false")}]->"));
                    break;
                case Together together:
                    Split("and", together.Ways, from, to, lines, arrow, _ => (times, "->"));
                    break;
                case Inside inside:
                    var sub = Name("S");
                    lines.Add(string.Create(CultureInfo.InvariantCulture, $"sub {sub} times={inside.Times} whenEmpty=complete{(inside.InOrder ? " inOrder" : "")} {{"));
                    lines.AddRange(Draw(inside.Body, Name("s"), Name("e"), times * inside.Times));
                    lines.Add("}");
                    lines.Add($"{from} {arrow} {sub} -> {to}");
                    break;
                default:
                    var task = Name("a");
                    counts[task] = times;
                    lines.Add($"user {task}");
                    lines.Add($"{from} {arrow} {task} -> {to}");
                    break;
            }
        }

        private void Split(string kind, IReadOnlyList<Block> ways, string from, string to, List<string> lines, string arrow, Func<int, (int Times, string Arrow)> way)
        {
            var (split, join) = (Name("x"), Name("y"));
            lines.AddRange([$"{kind} {split}", $"{kind} {join}", $"{from} {arrow} {split}", $"{join} -> {to}"]);
            for (var i = 0; i < ways.Count; i++)
                Between(ways[i], split, join, way(i).Times, lines, way(i).Arrow);
        }

        private string Name(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{++_number}");
    }
}
