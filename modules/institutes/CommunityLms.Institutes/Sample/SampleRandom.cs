namespace CommunityLms.Institutes.Sample;

/// <summary>
/// Numbers that look like chance and are the same on every machine, today and in years (SplitMix64, Steele, Lea and Flood 2014).
/// </summary>
/// <remarks>
/// System.Random promises the same sequence for a seed only within one major version of .NET, and string.GetHashCode not
/// even from one run to the next; links, screenshots and tests on the sample should outlive both.
/// </remarks>
internal sealed class SampleRandom
{
    private ulong _state;

    /// <summary>A sequence of its own for each key, so that a school added to a table leaves the staff of all others as they were.</summary>
    public SampleRandom(int seed, string key)
    {
        _state = (ulong)(uint)seed;
        foreach (var letter in key)
        {
            _state = Next() ^ letter;
        }
    }

    /// <summary>A whole number between the two, both of them possible.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    public bool Chance(int percent) => Between(1, 100) <= percent;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
