//! From clean shapes to paint: a hand's wobble, uneven pigment, dabs of a brush, and a frame of light.
//!
//! Each step is a function from pixels to pixels, and the same in every run.

use crate::dice;

/// A picture in colour, three numbers from 0 to 255 for each pixel.
pub struct Picture {
    /// Pixels across.
    pub wide: usize,
    /// Pixels down.
    pub high: usize,
    /// Red, green and blue, row by row.
    pub pixels: Vec<[f32; 3]>,
}

/// The whole treatment. `size` is 1 for a picture of 2000 pixels.
pub fn paint(picture: Picture, size: f32) -> Picture {
    let wobbled = wobble(&picture, size);
    let uneven = pigment(wobbled, size);
    let reach = (4.4 * size).round().max(2.0) as usize;
    frame(dabs(&dabs(&uneven, reach), reach))
}

/// A number from -1 to 1 that changes smoothly over the plane.
fn noise(x: f32, y: f32, seed: u32) -> f32 {
    let (left, top) = (x.floor(), y.floor());
    let corner = |dx: f32, dy: f32| {
        let (cx, cy) = ((left + dx) as i32 as u32, (top + dy) as i32 as u32);
        let bits = dice::mix(cx.wrapping_mul(0x8da6_b343) ^ cy.wrapping_mul(0xd816_3841) ^ seed);
        (bits >> 8) as f32 / 8_388_608.0 - 1.0
    };
    let ease = |t: f32| t * t * (3.0 - 2.0 * t);
    let (u, v) = (ease(x - left), ease(y - top));
    let upper = corner(0.0, 0.0) * (1.0 - u) + corner(1.0, 0.0) * u;
    let lower = corner(0.0, 1.0) * (1.0 - u) + corner(1.0, 1.0) * u;
    upper * (1.0 - v) + lower * v
}

/// Moves edges by a pixel or two, as a hand does.
fn wobble(from: &Picture, size: f32) -> Picture {
    let mut pixels = Vec::with_capacity(from.pixels.len());
    for y in 0..from.high {
        for x in 0..from.wide {
            let (fx, fy) = (x as f32 / size, y as f32 / size);
            let dx = noise(fx / 34.0, fy / 34.0, 1) * 2.6 + noise(fx / 9.0, fy / 9.0, 2);
            let dy = noise(fx / 34.0, fy / 34.0, 3) * 2.6 + noise(fx / 9.0, fy / 9.0, 4);
            let place = |value: usize, by: f32, most: usize| (value as f32 + by * size).clamp(0.0, most as f32 - 1.001);
            let (px, py) = (place(x, dx, from.wide), place(y, dy, from.high));
            let (u, v) = (px.fract(), py.fract());
            let first = py as usize * from.wide + px as usize;
            let mut mixed = [0_f32; 3];
            for (at, share) in [(0, (1.0 - u) * (1.0 - v)), (1, u * (1.0 - v)), (from.wide, (1.0 - u) * v), (from.wide + 1, u * v)] {
                let pixel = from.pixels[first + at];
                mixed = [mixed[0] + pixel[0] * share, mixed[1] + pixel[1] * share, mixed[2] + pixel[2] * share];
            }
            pixels.push(mixed);
        }
    }
    Picture { pixels, ..*from }
}

/// Pigment lies thicker here and thinner there, in strokes that lean like a right-handed painter's.
fn pigment(mut picture: Picture, size: f32) -> Picture {
    for y in 0..picture.high {
        for x in 0..picture.wide {
            let (fx, fy) = (x as f32 / size, y as f32 / size);
            let (along, across) = (fx * 0.82 + fy * 0.57, fy * 0.82 - fx * 0.57);
            let wash = noise(fx / 210.0, fy / 210.0, 5) * 5.0 + noise(fx / 70.0, fy / 70.0, 6) * 3.0;
            let bend = noise(fx / 90.0, fy / 90.0, 7) * 14.0;
            let stroke = noise(along / 50.0, (across + bend) / 9.0, 8) * 2.8;
            let warm = noise(along / 60.0, (across + bend) / 17.0, 9) * 2.6;
            let pixel = &mut picture.pixels[y * picture.wide + x];
            let tone = pixel[0] * 0.3 + pixel[1] * 0.59 + pixel[2] * 0.11;
            // Least in the lights, so that skies and glaze stay clean.
            let share = 1.0 - 0.55 * (tone / 255.0);
            let by = (wash + stroke) * share;
            *pixel = [pixel[0] + by + warm * share, pixel[1] + by, pixel[2] + by - warm * share];
        }
    }
    picture
}

/// Flattens small differences into dabs and keeps edges: each pixel takes the mean of the calmest
/// of the four squares about it (Kuwahara, 1976), by running sums.
fn dabs(from: &Picture, reach: usize) -> Picture {
    let (wide, high) = (from.wide, from.high);
    let stride = wide + 1;
    let mut sums = vec![[0_f64; 4]; stride * (high + 1)];
    for y in 0..high {
        let mut row = [0_f64; 4];
        for x in 0..wide {
            let pixel = from.pixels[y * wide + x].map(f64::from);
            let tone = pixel[0] * 0.3 + pixel[1] * 0.59 + pixel[2] * 0.11;
            let add = [pixel[0], pixel[1], pixel[2], tone * tone];
            for (sum, value) in row.iter_mut().zip(add) {
                *sum += value;
            }
            let above = sums[y * stride + x + 1];
            for (at, value) in row.iter().enumerate() {
                sums[(y + 1) * stride + x + 1][at] = above[at] + value;
            }
        }
    }
    let square = |left: usize, top: usize, right: usize, bottom: usize| {
        let count = ((right - left) * (bottom - top)) as f64;
        let mut mean = [0_f64; 4];
        for (at, value) in mean.iter_mut().enumerate() {
            let sum = sums[bottom * stride + right][at] - sums[top * stride + right][at] - sums[bottom * stride + left][at] + sums[top * stride + left][at];
            *value = sum / count;
        }
        let tone = mean[0] * 0.3 + mean[1] * 0.59 + mean[2] * 0.11;
        (mean, (mean[3] - tone * tone).max(0.0))
    };
    let mut pixels = Vec::with_capacity(from.pixels.len());
    for y in 0..high {
        for x in 0..wide {
            let (left, top) = (x.saturating_sub(reach), y.saturating_sub(reach));
            let (right, bottom) = ((x + reach + 1).min(wide), (y + reach + 1).min(high));
            let four = [square(left, top, x + 1, y + 1), square(x, top, right, y + 1), square(left, y, x + 1, bottom), square(x, y, right, bottom)];
            // Weighed by calmness rather than chosen: no seams between dabs.
            let mut total = [0_f64; 3];
            let mut weights = 0.0;
            for (mean, unrest) in four {
                let weight = 1.0 / (1.0 + unrest).powi(3);
                weights += weight;
                for (sum, value) in total.iter_mut().zip(mean) {
                    *sum += value * weight;
                }
            }
            pixels.push(total.map(|sum| (sum / weights) as f32));
        }
    }
    Picture { wide, high, pixels }
}

/// Corners fall back a little, and the whole is warmed.
fn frame(mut picture: Picture) -> Picture {
    let (middle_x, middle_y) = (picture.wide as f32 * 0.48, picture.high as f32 * 0.46);
    for y in 0..picture.high {
        for x in 0..picture.wide {
            let dx = (x as f32 - middle_x) / (picture.wide as f32 * 0.72);
            let dy = (y as f32 - middle_y) / (picture.high as f32 * 0.72);
            let fall = 1.0 - 0.24 * (dx * dx + dy * dy).powf(1.6).min(1.0);
            let pixel = &mut picture.pixels[y * picture.wide + x];
            *pixel = [pixel[0] * fall * 1.012, pixel[1] * fall, pixel[2] * fall * 0.985];
        }
    }
    picture
}

/// Enlarged by smooth curves (Catmull-Rom): dabs stay dabs, without steps.
pub fn enlarge(from: &Picture, wide: usize, high: usize) -> Picture {
    let across = taps(from.wide, wide);
    let down = taps(from.high, high);
    let mut rows = vec![[0_f32; 3]; wide * from.high];
    for y in 0..from.high {
        for (x, (places, weights)) in across.iter().enumerate() {
            let mut sum = [0_f32; 3];
            for (place, weight) in places.iter().zip(weights) {
                let pixel = from.pixels[y * from.wide + place];
                sum = [sum[0] + pixel[0] * weight, sum[1] + pixel[1] * weight, sum[2] + pixel[2] * weight];
            }
            rows[y * wide + x] = sum;
        }
    }
    let mut pixels = Vec::with_capacity(wide * high);
    for (places, weights) in &down {
        for x in 0..wide {
            let mut sum = [0_f32; 3];
            for (place, weight) in places.iter().zip(weights) {
                let pixel = rows[place * wide + x];
                sum = [sum[0] + pixel[0] * weight, sum[1] + pixel[1] * weight, sum[2] + pixel[2] * weight];
            }
            pixels.push(sum);
        }
    }
    Picture { wide, high, pixels }
}

/// For each new place the four old ones that it is made of, with their shares.
fn taps(old: usize, new: usize) -> Vec<([usize; 4], [f32; 4])> {
    let tap = |at: usize| {
        let place = (at as f32 + 0.5) * old as f32 / new as f32 - 0.5;
        let t = place - place.floor();
        let near = |step: i32| (place.floor() as i32 + step).clamp(0, old as i32 - 1) as usize;
        let weights =
            [-0.5 * t + t * t - 0.5 * t * t * t, 1.0 - 2.5 * t * t + 1.5 * t * t * t, 0.5 * t + 2.0 * t * t - 1.5 * t * t * t, -0.5 * t * t + 0.5 * t * t * t];
        ([near(-1), near(0), near(1), near(2)], weights)
    };
    (0..new).map(tap).collect()
}
