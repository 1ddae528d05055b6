using Rushes.Engine.Writing.Variants;
using Rushes.Film;

namespace Rushes.Studio.Api.Requests;

/// <summary>What a script really earned; what is left out stays as it was.</summary>
internal sealed record ResultsRequest
{
    /// <summary>0 or more.</summary>
    public long? Views { get; init; }

    /// <summary>Share of viewers still there after three seconds, 0 to 1.</summary>
    public double? Retention { get; init; }

    /// <summary>0 or more.</summary>
    public long? Sales { get; init; }

    /// <exception cref="MistakeException">A number is out of range.</exception>
    internal Earned Earned
    {
        get
        {
            if (Views < 0)
                throw Mistake.Input("studio.number-range", "views", "views", 0, long.MaxValue).AsException();
            if (Retention is not (null or >= 0 and <= 1))
                throw Mistake.Input("studio.number-range", "retention", "retention", 0, 1).AsException();
            if (Sales < 0)
                throw Mistake.Input("studio.number-range", "sales", "sales", 0, long.MaxValue).AsException();
            return new(Views, Retention, Sales);
        }
    }
}
