namespace TorchSharp;

/// <summary>How <c>torch.cdist</c> computes Euclidean distances.</summary>
public enum compute_mode
{
    /// <summary>By a matrix product if there are more than 25 points on a side.</summary>
    use_mm_for_euclid_dist_if_necessary = 0,

    /// <summary>By a matrix product: fast, but small distances lose digits.</summary>
    use_mm_for_euclid_dist = 1,

    /// <summary>From differences.</summary>
    donot_use_mm_for_euclid_dist = 2,
}
