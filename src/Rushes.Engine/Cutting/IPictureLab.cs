using Rushes.Film;
using Rushes.Film.Cuts;
using Rushes.Film.Scenes;

namespace Rushes.Engine.Cutting;

/// <summary>The seam to what decodes and codes pictures. Files are written in full or not at all.</summary>
public interface IPictureLab
{
    /// <summary>The frames of a clip that is in the film's own form; null when it is not.</summary>
    ClipFrames? ReadNormal(string clip, FilmForm form);

    /// <summary>What is in a file.</summary>
    /// <exception cref="MistakeException">It is no whole video; the sentence says what is wrong with it.</exception>
    Task<Footage> LookAsync(string clip, CancellationToken cancellation);

    /// <summary>Decodes every frame.</summary>
    /// <returns>What the decoder complained of; null when the clip is sound.</returns>
    Task<string?> DamageAsync(string clip, CancellationToken cancellation);

    /// <summary>Brings a clip into the film's own form.</summary>
    /// <returns>What the decoder complained of; the damaged frames are covered as well as possible.</returns>
    Task<string?> DevelopAsync(Development development, CancellationToken cancellation);

    /// <summary>Draws a dark still card with texts on it.</summary>
    /// <param name="texts">An Advanced SubStation document for libass.</param>
    Task DrawCardAsync(FilmForm form, int frames, string texts, string file, CancellationToken cancellation);

    /// <summary>Codes a joint, or frames of some clips one after another.</summary>
    /// <param name="clip">The file of a scene and the frames in it.</param>
    Task EncodeAsync(CutPiece piece, FilmForm form, Func<int, (string File, int Frames)> clip, string file, CancellationToken cancellation);

    /// <summary>Puts frames one after another by copying them.</summary>
    /// <returns>False when they are not coded alike, or a range does not stand alone; nothing is written then.</returns>
    Task<bool> SpliceAsync(FilmForm form, IReadOnlyList<(string File, int From, int Frames)> pieces, string file, CancellationToken cancellation);

    /// <summary>One frame as rows of red, green and blue bytes.</summary>
    Task<byte[]> StillAsync(string clip, double seconds, FrameSize size, CancellationToken cancellation);

    /// <summary>A photo whole in the upper part of a frame, before its own blur, as rows of red, green and blue bytes; null where it is none.</summary>
    Task<byte[]?> PhotoAsync(string photo, FrameSize size, CancellationToken cancellation);

    /// <summary>Keeps a frame of a clip as a JPEG of this width, for showing.</summary>
    Task PosterAsync(string clip, double seconds, int width, string file, CancellationToken cancellation);
}
