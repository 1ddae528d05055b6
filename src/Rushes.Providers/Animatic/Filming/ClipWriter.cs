using System.Globalization;
using Rushes.Film.Cuts;
using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Providers.Animatic.Filming;

/// <summary>
/// Encodes pictures into a clip in the film's own form, so that the cut copies it. While one picture is on its way the next is drawn.
/// </summary>
internal sealed class ClipWriter(MediaPrograms programs)
{
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
                Arguments = Arguments(path, new FilmForm(size, rate), frames),
                KeepsMemorySmall = true,
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

            // One blocking call a picture: an asynchronous write would come back for every piece that the pipe takes.
            sending = Task.Run(() => input.Write(picture.Bytes), CancellationToken.None);
            progress?.Invoke(frame + 1);
        }

        await sending;
    }

    private static IReadOnlyList<string> Arguments(string path, FilmForm form, int frames) =>
    [
        "-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", form.Size.ToString(),
        "-framerate", form.Rate.PerSecond.ToString(CultureInfo.InvariantCulture), "-i", "pipe:0",
        "-vf", "setsar=1", .. FilmCodec.Arguments(form, frames), "-movflags", "+faststart", path,
    ];
}
