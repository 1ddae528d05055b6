namespace Rushes.Engine.Cutting.Sounds.Synthesis;

/// <summary>Noise of a colour.</summary>
internal sealed class Noise(string color, Dice dice)
{
    private double _b0, _b1, _b2, _brown;

    public double Next()
    {
        var white = dice.Next() * 2 - 1;
        return color switch
        {
            "white" => white,
            "brown" => _brown = 0.998 * _brown + 0.06 * white,
            _ => Pink(white),
        };
    }

    /// <summary>Three poles that together fall by three decibels an octave (P. Kellet's economy filter).</summary>
    private double Pink(double white)
    {
        _b0 = 0.99765 * _b0 + white * 0.0990460;
        _b1 = 0.96300 * _b1 + white * 0.2965164;
        _b2 = 0.57000 * _b2 + white * 1.0526913;
        return (_b0 + _b1 + _b2 + white * 0.1848) / 3;
    }
}
