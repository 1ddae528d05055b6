using Rushes.Engine.Texts;

namespace Rushes.Providers.Ffmpeg.Mp4;

/// <summary>What is wrong with a video file.</summary>
internal abstract record FileFault
{
    private FileFault()
    {
    }

    /// <summary>In the user's language.</summary>
    public abstract string Words { get; }

    public sealed record Empty : FileFault
    {
        public override string Words => Sentence.Of("cut.file-empty");
    }

    /// <summary>The file ends before its boxes do.</summary>
    public sealed record CutOff(long Length, long Announced) : FileFault
    {
        public override string Words => Sentence.Of("cut.file-cut-off", Length, Announced);
    }

    /// <summary>There is no <c>moov</c>: the end of the file never arrived, or it was never finished.</summary>
    public sealed record NoIndex : FileFault
    {
        public override string Words => Sentence.Of("cut.file-no-index");
    }

    public sealed record NoPicture : FileFault
    {
        public override string Words => Sentence.Of("cut.file-no-picture");
    }

    public sealed record Still : FileFault
    {
        public override string Words => Sentence.Of("cut.file-still");
    }

    /// <summary>ffprobe cannot make sense of it.</summary>
    public sealed record Unreadable(string Complaint) : FileFault
    {
        public override string Words => Sentence.Of("cut.file-unreadable", Complaint);
    }

    /// <summary>Inside there is garbage: decoding stumbles.</summary>
    public sealed record Damaged(string Complaint) : FileFault
    {
        public override string Words => Sentence.Of("cut.file-damaged", Complaint);
    }
}
