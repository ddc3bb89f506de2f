using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CommunityLms.Kernel.Web.Operations;

/// <summary>
/// Writes OpenTelemetry's figures in Prometheus' text format 0.0.4. The package that does this is not in the feed (docs/adr/0004).
/// </summary>
[ExportModes(ExportModes.Pull)]
internal sealed class PrometheusExporter : BaseExporter<Metric>, IPullMetricExporter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private string _text = "";

    public Func<int, bool>? Collect { get; set; }

    /// <summary>The figures of this moment.</summary>
    public string Scrape()
    {
        Collect?.Invoke((int)Patience.TotalMilliseconds);
        return _text;
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        var text = new StringBuilder();
        foreach (var metric in batch)
            Write(text, metric);
        _text = text.ToString();
        return ExportResult.Success;
    }

    private static void Write(StringBuilder text, Metric metric)
    {
        var isCounter = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
        var name = Name(metric.Name) + (isCounter ? "_total" : "");
        text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {(metric.MetricType.IsHistogram() ? "histogram" : isCounter ? "counter" : "gauge")}\n");
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var labels = Labels(point);
            if (metric.MetricType.IsHistogram())
                WriteHistogram(text, name, labels, point);
            else
                text.Append(CultureInfo.InvariantCulture, $"{name}{Braces(labels)} {Number(metric.MetricType, point)}\n");
        }
    }

    private static void WriteHistogram(StringBuilder text, string name, List<string> labels, in MetricPoint point)
    {
        long below = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : bucket.ExplicitBound.ToString("R", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{Braces([.. labels, $"le=\"{bound}\""])} {below}\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"{name}_sum{Braces(labels)} {point.GetHistogramSum()}\n{name}_count{Braces(labels)} {point.GetHistogramCount()}\n");
    }

    private static string Number(MetricType type, in MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong().ToString(CultureInfo.InvariantCulture),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble().ToString("R", CultureInfo.InvariantCulture),
        MetricType.LongGauge => point.GetGaugeLastValueLong().ToString(CultureInfo.InvariantCulture),
        _ => point.GetGaugeLastValueDouble().ToString("R", CultureInfo.InvariantCulture),
    };

    private static List<string> Labels(in MetricPoint point)
    {
        var labels = new List<string>();
        foreach (var tag in point.Tags)
            labels.Add($"{Name(tag.Key)}=\"{Convert.ToString(tag.Value, CultureInfo.InvariantCulture)?.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"");
        return labels;
    }

    private static string Braces(List<string> labels) => labels.Count == 0 ? "" : $"{{{string.Join(',', labels)}}}";

    private static string Name(string name) => name.Replace('.', '_').Replace('-', '_');
}
