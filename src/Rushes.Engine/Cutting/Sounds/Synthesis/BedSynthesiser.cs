namespace Rushes.Engine.Cutting.Sounds.Synthesis;

/// <summary>Makes the loop of a bed. Its end runs into its beginning: noises melt into themselves, events ring on around the corner.</summary>
internal static class BedSynthesiser
{
    private const double Melt = 0.5;

    /// <summary>A swell is so slow that a millisecond makes no difference.</summary>
    private const int SwellStep = 48;

    /// <returns>Left and right, at a peak that leaves room.</returns>
    public static (float[] Left, float[] Right) Render(Bed bed, ulong seed)
    {
        var length = (int)(Math.Clamp(bed.Seconds, 4, 60) * Pcm.Rate);
        var loop = new Loop(length);
        for (var index = 0; index < bed.Layers.Count; index++)
            Add(loop, bed.Layers[index], new Dice(seed + (ulong)(index + 1) * 7919));
        return loop.Finished();
    }

    private static void Add(Loop loop, BedLayer layer, Dice dice)
    {
        switch (layer.Kind)
        {
            case "noise":
                AddNoise(loop, layer, dice);
                break;
            case "drops":
                AddDrops(loop, layer, dice);
                break;
            case "chirps":
                AddChirps(loop, layer, dice);
                break;
            case "hum":
                AddHum(loop, layer, dice);
                break;
            case "rumbles":
                AddRumbles(loop, layer, dice);
                break;
            case "murmur":
                AddMurmur(loop, layer, dice);
                break;
            default:
                throw new InvalidDataException(layer.Kind);
        }
    }

    private static void AddNoise(Loop loop, BedLayer layer, Dice dice)
    {
        var middle = Band(loop.Length, layer, dice);
        var side = Band(loop.Length, layer, dice);
        var level = 0.1 * Pcm.Gain(layer.Level) / Rms(middle);
        var swell = SwellOf(layer.Swell, loop.Length, dice);
        var now = level;
        for (var index = 0; index < loop.Length; index++)
        {
            if (index % SwellStep == 0)
                now = level * swell(index);
            loop.Add(index, now * (middle[index] + layer.Width * side[index]), now * (middle[index] - layer.Width * side[index]));
        }
    }

    private static double[] Band(int length, BedLayer layer, Dice dice)
    {
        var noise = new Noise(layer.Color, dice);
        Filter[] filters = [Filter.HighPass(layer.Low), Filter.HighPass(layer.Low), Filter.LowPass(layer.High), Filter.LowPass(layer.High)];
        var melt = (int)(Melt * Pcm.Rate);
        var samples = new double[length];
        for (var index = -melt; index < length + melt; index++)
        {
            var value = noise.Next();
            foreach (var filter in filters)
                value = filter.Next(value);
            if (index < 0)
                continue;

            // The part beyond the end melts into the beginning; both are unrelated noise, so equal power keeps it even.
            var turn = (double)(index - length) / melt * Math.PI / 2;
            if (index < length)
                samples[index] = value;
            else
                samples[index - length] = samples[index - length] * Math.Sin(turn) + value * Math.Cos(turn);
        }

        return samples;
    }

    private static void AddDrops(Loop loop, BedLayer layer, Dice dice) => Scatter(loop, layer, dice, at =>
    {
        var (pitch, level, pan) = (dice.Pitch(layer.Pitch[0], layer.Pitch[1]), 0.3 * Pcm.Gain(layer.Level - 12 * dice.Next()), Pan(layer, dice));
        var length = (int)(layer.Decay * 6 * Pcm.Rate);
        for (var index = 0; index < length; index++)
        {
            var time = (double)index / Pcm.Rate;
            var tone = Math.Sin(2 * Math.PI * pitch * time * (1 + 0.3 * Math.Exp(-time / (layer.Decay * 0.4))));
            loop.Place(at + index, tone * level * Math.Exp(-time / layer.Decay) * Math.Min(1, index / 20.0), pan);
        }
    });

    private static void AddChirps(Loop loop, BedLayer layer, Dice dice) => Scatter(loop, layer, dice, at =>
    {
        var (pitch, level, pan) = (dice.Pitch(layer.Pitch[0], layer.Pitch[1]), 0.3 * Pcm.Gain(layer.Level - 9 * dice.Next()), Pan(layer, dice));
        var pulse = (int)(layer.Pulse * Pcm.Rate);
        for (var count = dice.Whole(layer.Pulses[0], layer.Pulses[1]); count > 0; count--)
        {
            var (phase, bend) = (0.0, Math.Pow(layer.Glide, dice.Between(0.6, 1.2)));
            for (var index = 0; index < pulse; index++)
            {
                var part = (double)index / pulse;
                phase += 2 * Math.PI * pitch * Math.Pow(bend, part) / Pcm.Rate;
                loop.Place(at + index, Math.Sin(phase) * level * Math.Pow(Math.Sin(Math.PI * part), 1.5), pan);
            }

            at += pulse + (int)(layer.Gap * Pcm.Rate);
        }
    });

    private static void AddHum(Loop loop, BedLayer layer, Dice dice)
    {
        var level = 0.1 * Pcm.Gain(layer.Level);
        var swell = SwellOf(layer.Swell, loop.Length, dice);
        for (var harmonic = 0; harmonic < layer.Harmonics.Length; harmonic++)
        {
            // Whole turns a loop, and one more on the other side: it is wide, and the end meets the beginning.
            var turns = Math.Round(layer.Pitch[0] * (harmonic + 1) * loop.Length / Pcm.Rate);
            var left = new Sine(turns / loop.Length, dice.Next());
            var right = layer.Width > 0 ? new Sine((turns + 1) / loop.Length, dice.Next()) : left;
            var now = 0.0;
            for (var index = 0; index < loop.Length; index++)
            {
                if (index % SwellStep == 0)
                    now = level * layer.Harmonics[harmonic] * swell(index);
                var sample = left.Next();
                loop.Add(index, now * sample, now * (layer.Width > 0 ? right.Next() : sample));
            }
        }
    }

    private static void AddRumbles(Loop loop, BedLayer layer, Dice dice) => Scatter(loop, layer, dice, at =>
    {
        var (noise, filter, level, pan) = (new Noise("brown", dice), Filter.LowPass(dice.Pitch(layer.Pitch[0], layer.Pitch[1])), 0.5 * Pcm.Gain(layer.Level), Pan(layer, dice));
        var length = (int)(layer.Decay * 5 * Pcm.Rate);
        var rise = layer.Decay * 0.25 * Pcm.Rate;
        for (var index = 0; index < length && index < loop.Length; index++)
        {
            var envelope = Math.Min(1, index / rise) * Math.Exp(-index / (layer.Decay * Pcm.Rate)) * (1 - (double)index / length);
            loop.Place(at + index, filter.Next(noise.Next()) * level * envelope, pan);
        }
    });

    /// <summary>People talking far away: noise shaped by two vowel bands, in syllables that nobody understands.</summary>
    private static void AddMurmur(Loop loop, BedLayer layer, Dice dice)
    {
        for (var voice = 0; voice < layer.Voices; voice++)
        {
            var (pan, level) = (Pan(layer, dice), 0.5 * Pcm.Gain(layer.Level - 6 * dice.Next()));
            var root = dice.Pitch(layer.Pitch[0], layer.Pitch[1]);
            for (var at = dice.Between(0, 0.5); at < loop.Length / (double)Pcm.Rate;)
            {
                var syllable = dice.Between(0.09, 0.24);
                AddSyllable(loop, (int)(at * Pcm.Rate), (int)(syllable * Pcm.Rate), root * dice.Between(0.85, 1.2), level, pan, dice);
                at += syllable + (dice.Next() < 0.18 ? dice.Between(0.3, 1.6) : 0.02);
            }
        }
    }

    private static void AddSyllable(Loop loop, int at, int length, double root, double level, double pan, Dice dice)
    {
        var (low, high) = (Filter.BandPass(dice.Pitch(350, 800), 6), Filter.BandPass(dice.Pitch(900, 2200), 8));
        var phase = 0.0;
        for (var index = 0; index < length; index++)
        {
            var part = (double)index / length;
            phase = (phase + root * (1.06 - 0.1 * part) / Pcm.Rate) % 1;
            var buzz = (1 - 2 * phase) * 0.5 + (dice.Next() - 0.5) * 0.15;
            loop.Place(at + index, (low.Next(buzz) + 0.5 * high.Next(buzz)) * level * Math.Sin(Math.PI * part), pan);
        }
    }

    private static void Scatter(Loop loop, BedLayer layer, Dice dice, Action<int> drop)
    {
        // Poisson: the time between events is exponentially distributed.
        for (var at = dice.Between(0, 1 / layer.Rate); at < loop.Length / (double)Pcm.Rate; at -= Math.Log(1 - dice.Next()) / layer.Rate)
            drop((int)(at * Pcm.Rate));
    }

    private static double Pan(BedLayer layer, Dice dice) => layer.Width * dice.Between(-1, 1);

    private static double Rms(double[] samples) => Math.Sqrt(samples.Sum(sample => sample * sample) / samples.Length) + 1e-12;

    private static Func<int, double> SwellOf(Swell? swell, int length, Dice dice)
    {
        if (swell is null)
            return _ => 1;
        var turns = Math.Max(1, Math.Round(length / (swell.Period * Pcm.Rate)));
        var phase = dice.Next();
        return index =>
        {
            var wave = 0.5 + 0.5 * Math.Sin(2 * Math.PI * (turns * index / length + phase));
            return Pcm.Gain(-swell.Depth * (1 - Math.Pow(wave, swell.Sharpness)));
        };
    }
}
