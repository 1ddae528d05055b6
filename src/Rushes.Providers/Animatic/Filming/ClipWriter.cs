using System.Globalization;
using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Providers.Animatic.Filming;

/// <summary>
/// Encodes pictures into a clip in the film's own form: H.264 high, 4:2:0, BT.709, whole seconds of nothing but whole frames, keyframes where the cut will
/// join it to its neighbours. While one picture is on its way the next is drawn.
/// </summary>
internal sealed class ClipWriter(MediaPrograms programs)
{
    /// <summary>Seconds from either end where a joint may begin.</summary>
    private const double Joint = 0.5;

    /// <summary>Writes a clip to a file that is not there before.</summary>
    /// <param name="draw">Fills the picture of a frame.</param>
    /// <param name="progress">Told the frames that are drawn.</param>
    /// <exception cref="MediaException">ffmpeg could not encode.</exception>
    public async Task WriteAsync(
        string path, FrameSize size, FrameRate rate, int frames, Action<int, PictureFrame> draw, Action<int>? progress, CancellationToken cancellation)
    {
        await programs.Encodes.WaitAsync(cancellation);
        try
        {
            var call = new MediaCall
            {
                Arguments = Arguments(path, size, rate, frames),
                Feed = (input, stop) => FeedAsync(input, size, frames, draw, progress, stop),
            };
            (await programs.FfmpegAsync(call, cancellation)).OrThrow("encoding the clip");
        }
        finally
        {
            programs.Encodes.Release();
        }
    }

    private static async Task FeedAsync(
        Stream input, FrameSize size, int frames, Action<int, PictureFrame> draw, Action<int>? progress, CancellationToken cancellation)
    {
        PictureFrame[] pictures = [new(size), new(size)];
        var sending = Task.CompletedTask;
        for (var frame = 0; frame < frames; frame++)
        {
            cancellation.ThrowIfCancellationRequested();
            var picture = pictures[frame % 2];
            draw(frame, picture);
            await sending;
            sending = input.WriteAsync(picture.Bytes, cancellation).AsTask();
            progress?.Invoke(frame + 1);
        }

        await sending;
    }

    private static string[] Arguments(string path, FrameSize size, FrameRate rate, int frames)
    {
        string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
        var joint = rate.Frames(Joint);
        var keys = frames > 2 * joint ? $"{Number(rate.Seconds(joint))},{Number(rate.Seconds(frames - joint))}" : "0";
        return
        [
            "-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", size.ToString(), "-framerate", Number(rate.PerSecond), "-i", "pipe:0",
            "-vf", "setsar=1", "-frames:v", Number(frames),
            "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-profile:v", "high", "-pix_fmt", "yuv420p",
            "-threads", "2", "-x264-params", "rc-lookahead=10:sync-lookahead=0", "-sc_threshold", "0", "-flags", "+cgop", "-force_key_frames", keys,
            "-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
            "-video_track_timescale", "15360", "-movflags", "+faststart", "-f", "mp4", path,
        ];
    }
}
