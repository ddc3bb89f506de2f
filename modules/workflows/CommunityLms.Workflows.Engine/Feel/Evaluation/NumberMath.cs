namespace CommunityLms.Workflows.Engine.Feel.Evaluation;

/// <summary>What <see cref="decimal"/> doesn't bring. Results with a fraction are as exact as a double, about 15 digits.</summary>
internal static class NumberMath
{
    private const int LargestExponent = 999_999_999;

    /// <summary>Null where the power isn't a real number or the exponent is beyond the standard's (DMN 1.5, table 60).</summary>
    /// <exception cref="OverflowException">The result is too large.</exception>
    public static decimal? Power(decimal number, decimal exponent)
    {
        if (Math.Abs(exponent) > LargestExponent)
            return null;
        if (decimal.Truncate(exponent) != exponent)
            return FromDouble(Math.Pow((double)number, (double)exponent));
        if (number == 0 && exponent < 0)
            return null;
        var power = 1m;
        var square = number;
        for (var left = (long)Math.Abs(exponent); left > 0; left >>= 1)
        {
            if ((left & 1) == 1)
                power *= square;
            if (left > 1)
                square *= square;
        }

        return exponent < 0 ? 1 / power : power;
    }

    /// <summary>The square root to the last digit of a decimal, by Newton's method from the double's.</summary>
    public static decimal? SquareRoot(decimal number)
    {
        if (number <= 0)
            return number == 0 ? 0 : null;
        var root = (decimal)Math.Sqrt((double)number);
        for (var i = 0; i < 4 && root != 0; i++)
            root = (root + (number / root)) / 2;
        return root;
    }

    public static decimal? FromDouble(double number) => double.IsFinite(number) ? (decimal)number : null;
}
